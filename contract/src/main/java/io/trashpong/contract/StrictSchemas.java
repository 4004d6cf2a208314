package io.trashpong.contract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;

/**
 * Says of the schemas of our records what is true of them: they have no other members; an answer has all of them, and null
 * where the record says {@code @Nullable}. What a request must have its record says by itself.
 */
final class StrictSchemas {
    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");
    private static final String OURS = "io.trashpong";
    private static final String REFERENCE = "#/components/schemas/";

    private final Map<String, ClassInfo> records = new HashMap<>();

    StrictSchemas(IndexView index) {
        index.getKnownClasses().stream()
                .filter(type -> type.isRecord() && type.name().packagePrefix().startsWith(OURS))
                .forEach(type -> records.put(schemaName(type), type));
    }

    private static String schemaName(ClassInfo type) {
        var schema = type.declaredAnnotation(SCHEMA);
        return schema == null || schema.value("name") == null
                ? type.simpleName()
                : schema.value("name").asString();
    }

    void applyTo(OpenAPI document) {
        Set<String> asked = requestBodies(document);
        document.getComponents().getSchemas().forEach((name, schema) -> {
            if (schema.getProperties() == null) {
                return;
            }
            schema.setAdditionalPropertiesSchema(DocumentedRefusals.nothing());
            if (!asked.contains(name)) {
                schema.setRequired(
                        schema.getProperties().keySet().stream().sorted().toList());
            }
            ClassInfo type = records.get(name);
            if (type != null) {
                type.recordComponents().stream()
                        .filter(component -> !asked.contains(name) || !isRequired(schema, component))
                        .forEach(component -> admitNull(schema, component));
            }
        });
    }

    private static boolean isRequired(Schema schema, RecordComponentInfo component) {
        return schema.getRequired() != null && schema.getRequired().contains(component.name());
    }

    private static Set<String> requestBodies(OpenAPI document) {
        var names = new HashSet<String>();
        document.getPaths()
                .getPathItems()
                .values()
                .forEach(path -> path.getOperations().values().forEach(operation -> {
                    if (operation.getRequestBody() != null) {
                        operation.getRequestBody().getContent().getMediaTypes().values().stream()
                                .map(body -> body.getSchema().getRef())
                                .filter(reference -> reference != null && reference.startsWith(REFERENCE))
                                .map(reference -> reference.substring(REFERENCE.length()))
                                .forEach(names::add);
                    }
                }));
        return names;
    }

    private static void admitNull(Schema owner, RecordComponentInfo component) {
        Schema member = owner.getProperties().get(component.name());
        if (member == null) {
            return;
        }
        if (component.type().hasAnnotation(NULLABLE)) {
            owner.addProperty(component.name(), orNull(member));
        } else if (component.type().kind() == Type.Kind.PARAMETERIZED_TYPE && member.getItems() != null) {
            Type element = component.type().asParameterizedType().arguments().getFirst();
            if (element.hasAnnotation(NULLABLE)) {
                member.setItems(orNull(member.getItems()));
            }
        }
    }

    private static Schema orNull(Schema schema) {
        return OASFactory.createSchema()
                .anyOf(List.of(schema, OASFactory.createSchema().addType(SchemaType.NULL)));
    }
}
