package io.trashpong.contract;

import io.trashpong.protocol.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Writes the refusals of an operation as its answers: problems of RFC 9457, each with the codes it may have. */
final class DocumentedRefusals {
    static final String PROBLEM = "Problem";

    private static final String PROBLEM_JSON = "application/problem+json";
    private static final int UNAUTHORIZED = 401;
    /** With these a client is always told when to come again; with other statuses it may be. */
    private static final Set<Integer> RETRY_AFTER = Set.of(429, 503);

    private final ResourceMethods methods;

    DocumentedRefusals(ResourceMethods methods) {
        this.methods = methods;
    }

    static Schema problem() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("Why a request was refused (RFC 9457)")
                .addProperty("type", text().description("always about:blank, so the title repeats the status"))
                .addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text().description("for a developer's eyes"))
                .addProperty("code", text().description("what a client goes by; see ErrorCode"))
                .additionalPropertiesSchema(nothing())
                .required(List.of("type", "title", "status", "detail", "code"));
    }

    /** What no value is. */
    static Schema nothing() {
        return OASFactory.createSchema().booleanSchema(false);
    }

    void addTo(Operation operation) {
        var codes = new TreeMap<Integer, Set<ErrorCode>>();
        for (Refusal refusal : refusals(operation)) {
            codes.computeIfAbsent(refusal.status(), _ -> new TreeSet<>()).add(refusal.code());
        }
        codes.forEach(
                (status, which) -> operation.getResponses().addAPIResponse(status.toString(), answer(status, which)));
    }

    private List<Refusal> refusals(Operation operation) {
        var all = new ArrayList<Refusal>();
        methods.refusedBy(operation.getOperationId()).map(Refusal::of).forEach(all::add);
        all.add(Refusal.of(ErrorCode.INTERNAL));
        all.add(Refusal.of(ErrorCode.UNAVAILABLE));
        if (methods.isAuthenticated(operation.getOperationId())) {
            all.add(Refusal.of(ErrorCode.TOKEN_INVALID));
        }
        if (takes(operation, Parameter.In.QUERY)) {
            all.add(Refusal.of(ErrorCode.BAD_REQUEST));
        }
        if (takes(operation, Parameter.In.PATH)) {
            all.add(Refusal.of(ErrorCode.NOT_FOUND));
        }
        if (operation.getRequestBody() != null) {
            all.add(Refusal.of(ErrorCode.BAD_REQUEST));
            all.add(Refusal.of(ErrorCode.BODY_TOO_LARGE));
            all.add(Refusal.OF_LENGTH);
            all.add(Refusal.OF_MEDIA_TYPE);
        }
        if (operation.getResponses().getAPIResponses().values().stream()
                .anyMatch(answer -> answer.getContent() != null)) {
            all.add(Refusal.OF_ACCEPT);
        }
        return all;
    }

    private static boolean takes(Operation operation, Parameter.In where) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> parameter.getIn() == where);
    }

    private static APIResponse answer(int status, Set<ErrorCode> codes) {
        var words = codes.stream().map(ErrorCode::code).toList();
        var which = OASFactory.createSchema()
                .addProperty("code", OASFactory.createSchema().enumeration(List.copyOf(words)));
        var body = OASFactory.createSchema()
                .allOf(List.of(OASFactory.createSchema().ref(PROBLEM), which));
        var answer = OASFactory.createAPIResponse()
                .description(String.join(", ", words))
                .content(OASFactory.createContent()
                        .addMediaType(PROBLEM_JSON, OASFactory.createMediaType().schema(body)));
        if (RETRY_AFTER.contains(status)) {
            answer.addHeader("Retry-After", header(SchemaType.INTEGER, "seconds until it is worth another try"));
        }
        if (status == UNAUTHORIZED) {
            answer.addHeader(
                    "WWW-Authenticate", header(SchemaType.STRING, "Bearer").required(false));
        }
        return answer;
    }

    private static Header header(SchemaType type, String description) {
        return OASFactory.createHeader()
                .required(true)
                .description(description)
                .schema(OASFactory.createSchema().addType(type));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
