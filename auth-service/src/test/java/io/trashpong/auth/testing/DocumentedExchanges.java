package io.trashpong.auth.testing;

import io.quarkus.test.junit.callback.QuarkusTestAfterConstructCallback;
import io.trashpong.contract.ExchangeCheck;
import io.trashpong.contract.RestAssuredCheck;

/** Holds every exchange of every test here against {@code docs/openapi/auth.yaml}; Quarkus finds it as a service. */
public final class DocumentedExchanges implements QuarkusTestAfterConstructCallback {
    private final ExchangeCheck check = ExchangeCheck.of("auth");

    @Override
    public void afterConstruct(Object test) {
        RestAssuredCheck.install(check);
    }
}
