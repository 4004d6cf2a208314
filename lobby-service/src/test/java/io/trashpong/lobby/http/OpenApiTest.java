package io.trashpong.lobby.http;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.trashpong.contract.StoredDocument;
import io.trashpong.lobby.testing.LobbySurroundings;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LobbySurroundings.class)
@SuppressWarnings("NullAway.Init") // Quarkus sets the field.
class OpenApiTest {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Test
    void the_stored_document_is_what_this_service_does() {
        StoredDocument.assertSame(
                "lobby", given().get(management + "openapi?format=json").asString());
    }
}
