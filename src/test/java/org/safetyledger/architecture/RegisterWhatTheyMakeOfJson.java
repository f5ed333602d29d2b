package org.safetyledger.architecture;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.ReferencedClassObject;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Set;
import java.util.stream.Stream;

/** Jackson finds the components of a record by reflection, which the native executable has of registered classes only. */
class RegisterWhatTheyMakeOfJson extends ArchCondition<JavaClass> {
    private static final Set<String> READING = Set.of("convertValue", "readValue", "treeToValue");

    RegisterWhatTheyMakeOfJson() {
        super("register the classes that they make of JSON");
    }

    @Override
    public void check(JavaClass maker, ConditionEvents events) {
        maker.getCodeUnits().stream()
                .filter(RegisterWhatTheyMakeOfJson::makesObjects)
                .flatMap(unit -> unit.getReferencedClassObjects().stream())
                .map(ReferencedClassObject::getValue)
                .flatMap(RegisterWhatTheyMakeOfJson::withComponents)
                .distinct()
                .filter(made -> !isRegistered(made))
                .forEach(made -> events.add(SimpleConditionEvent.violated(
                        maker,
                        "%s makes a %s of JSON, which would fail in the native executable: annotate it with @RegisterForReflection"
                                .formatted(maker.getName(), made.getName()))));
    }

    /** What encloses it registers it, too. */
    private static boolean isRegistered(JavaClass made) {
        return made.isAnnotatedWith(RegisterForReflection.class)
                || made.getEnclosingClass()
                        .filter(RegisterWhatTheyMakeOfJson::isRegistered)
                        .isPresent();
    }

    private static boolean makesObjects(JavaCodeUnit unit) {
        return unit.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isAssignableTo(ObjectMapper.class)
                        && READING.contains(call.getTarget().getName()));
    }

    private static Stream<JavaClass> withComponents(JavaClass made) {
        return made.getPackageName().startsWith("org.safetyledger") && !made.isEnum()
                ? Stream.concat(
                        Stream.of(made),
                        made.getFields().stream()
                                .flatMap(field -> field.getType().getAllInvolvedRawTypes().stream())
                                .filter(type -> !type.equals(made))
                                .flatMap(RegisterWhatTheyMakeOfJson::withComponents))
                : Stream.empty();
    }
}
