package io.trashpong.contract;

import io.trashpong.protocol.ErrorCode;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** The methods behind operations, by the {@code operationId} that each must name. */
final class ResourceMethods {
    private static final DotName OPERATION = DotName.createSimple(Operation.class);
    private static final DotName REFUSES = DotName.createSimple(Refuses.class);
    /** By name: a service that has none of them need not bring them. */
    private static final DotName AUTHENTICATED = DotName.createSimple("io.quarkus.security.Authenticated");

    private static final DotName PERMIT_ALL = DotName.createSimple("jakarta.annotation.security.PermitAll");

    private final Map<String, MethodInfo> byOperationId;

    ResourceMethods(IndexView index) {
        byOperationId = index.getAnnotations(OPERATION).stream()
                // The index of a service is made of several, and a method may be in two of them.
                .collect(Collectors.toMap(
                        operation -> operation.value("operationId").asString(),
                        operation -> operation.target().asMethod(),
                        ResourceMethods::theOne));
    }

    /** @throws IllegalStateException when no method has said that it is {@code operationId} */
    Stream<ErrorCode> refusedBy(String operationId) {
        AnnotationInstance refuses = method(operationId).annotation(REFUSES);
        return refuses == null
                ? Stream.empty()
                : Stream.of(refuses.value().asEnumArray()).map(ErrorCode::valueOf);
    }

    /** Whether a user token is asked for. */
    boolean isAuthenticated(String operationId) {
        var method = method(operationId);
        return method.hasAnnotation(AUTHENTICATED)
                || (method.declaringClass().hasDeclaredAnnotation(AUTHENTICATED) && !method.hasAnnotation(PERMIT_ALL));
    }

    private static MethodInfo theOne(MethodInfo method, MethodInfo again) {
        if (!method.declaringClass().name().equals(again.declaringClass().name())
                || !method.name().equals(again.name())) {
            throw new IllegalStateException("one operationId for " + method + " and " + again);
        }
        return method;
    }

    private MethodInfo method(String operationId) {
        var method = byOperationId.get(operationId);
        if (method == null) {
            throw new IllegalStateException("no method has @Operation(operationId = \"" + operationId
                    + "\"): every resource method needs an @Operation with one");
        }
        return method;
    }
}
