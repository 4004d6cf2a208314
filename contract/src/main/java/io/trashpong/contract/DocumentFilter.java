package io.trashpong.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/** Completes a service's OpenAPI document while the service is built: tokens, refusals, and schemas as strict as the services. */
@OpenApiFilter(stages = RunStage.BUILD)
public final class DocumentFilter implements OASFilter {
    private static final String USER_TOKEN = "userToken";

    private final IndexView index;

    /** @param index of the service and of what it has indexed */
    public DocumentFilter(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var methods = new ResourceMethods(index);
        var refusals = new DocumentedRefusals(methods);
        document.getPaths()
                .getPathItems()
                .values()
                .forEach(path -> path.getOperations().values().forEach(operation -> {
                    refusals.addTo(operation);
                    if (methods.isAuthenticated(operation.getOperationId())) {
                        askForToken(operation);
                    }
                }));
        new StrictSchemas(index).applyTo(document);
        document.getComponents()
                .addSchema(DocumentedRefusals.PROBLEM, DocumentedRefusals.problem())
                .addSecurityScheme(USER_TOKEN, userToken());
    }

    private static void askForToken(Operation operation) {
        operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(USER_TOKEN));
    }

    private static SecurityScheme userToken() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("As auth issues it for a guest or an account; 15 minutes");
    }
}
