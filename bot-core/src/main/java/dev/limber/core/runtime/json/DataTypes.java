package dev.limber.core.runtime.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedConstructor;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells Jackson how our types look in JSON, so that they need not say it themselves: a value of a sealed interface
 * carries its simple name in kebab case as {@code type}; a record that only wraps a text is that text.
 */
final class DataTypes extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public @Nullable TypeResolverBuilder<?> findTypeResolver(
            MapperConfig<?> config, AnnotatedClass type, JavaType baseType) {
        if (!isFamily(type.getRawType())) {
            return null;
        }
        return new StdTypeResolverBuilder()
                .init(JsonTypeInfo.Id.NAME, null)
                .inclusion(JsonTypeInfo.As.PROPERTY)
                .typeProperty("type");
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(Annotated type) {
        if (!isFamily(type.getRawType())) {
            return null;
        }
        var named = new ArrayList<NamedType>();
        addMembers(type.getRawType(), named);
        return named;
    }

    private static void addMembers(Class<?> family, List<NamedType> named) {
        for (Class<?> permitted : family.getPermittedSubclasses()) {
            if (isFamily(permitted)) {
                addMembers(permitted, named);
            } else {
                named.add(new NamedType(permitted, kebabCase(permitted.getSimpleName())));
            }
        }
    }

    @Override
    public @Nullable Boolean hasAsValue(Annotated accessor) {
        boolean isText = accessor instanceof AnnotatedMethod method
                && wrapsText(method.getDeclaringClass())
                && method.getName().equals(componentsOf(method.getDeclaringClass())[0].getName());
        return isText ? Boolean.TRUE : null;
    }

    @Override
    public JsonCreator.@Nullable Mode findCreatorAnnotation(MapperConfig<?> config, Annotated creator) {
        return creator instanceof AnnotatedConstructor constructor && wrapsText(constructor.getDeclaringClass())
                ? JsonCreator.Mode.DELEGATING
                : null;
    }

    /** The JDK has sealed types too, such as {@link java.time.ZoneId}, with JSON of their own. */
    private static boolean isFamily(Class<?> type) {
        return type.isInterface() && type.isSealed();
    }

    private static boolean wrapsText(Class<?> type) {
        if (!type.isRecord() || Stream.of(type.getInterfaces()).anyMatch(DataTypes::isFamily)) {
            return false;
        }
        RecordComponent[] components = componentsOf(type);
        return components.length == 1 && components[0].getType() == String.class;
    }

    private static RecordComponent[] componentsOf(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalStateException(type + " is no record");
        }
        return components;
    }

    static String kebabCase(String simpleName) {
        return String.join(
                "-",
                Arrays.stream(simpleName.split("(?<=[a-z0-9])(?=[A-Z])", -1))
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .toList());
    }
}
