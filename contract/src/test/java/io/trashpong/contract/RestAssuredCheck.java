package io.trashpong.contract;

import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.Locale;
import java.util.stream.Collectors;

/** Fails whatever REST Assured exchanges with the service and its document does not have. */
public final class RestAssuredCheck implements Filter {
    private final ExchangeCheck check;

    private RestAssuredCheck(ExchangeCheck check) {
        this.check = check;
    }

    /** From now on, for every test of this JVM. */
    public static void install(ExchangeCheck check) {
        RestAssured.replaceFiltersWith(new RestAssuredCheck(check));
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        var response = context.next(request, expected);
        URI uri = URI.create(request.getURI());
        if (uri.getPort() == RestAssured.port) {
            var faults = check.faults(new Exchange(
                    request.getMethod(),
                    uri,
                    request.getBody(),
                    response.statusCode(),
                    response.headers().asList().stream()
                            .collect(Collectors.toMap(
                                    header -> header.getName().toLowerCase(Locale.ROOT),
                                    Header::getValue,
                                    (one, another) -> one + ", " + another)),
                    response.asString()));
            if (!faults.isEmpty()) {
                throw new AssertionError(String.join("\n", faults));
            }
        }
        return response;
    }
}
