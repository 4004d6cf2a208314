package io.trashpong.auth.http;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.trashpong.auth.testing.Postgres;
import io.trashpong.contract.StoredDocument;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Postgres.class)
@SuppressWarnings("NullAway.Init") // Quarkus sets the field.
class OpenApiTest {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Test
    void the_stored_document_is_what_this_service_does() {
        StoredDocument.assertSame(
                "auth", given().get(management + "openapi?format=json").asString());
    }
}
