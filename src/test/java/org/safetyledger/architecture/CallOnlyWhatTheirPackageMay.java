package org.safetyledger.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;
import org.safetyledger.MayCall;

/** Holds each package to what it or the package around it says under {@link MayCall}. */
class CallOnlyWhatTheirPackageMay extends ArchCondition<JavaClass> {
    private static final String ROOT = "org.safetyledger.";

    CallOnlyWhatTheirPackageMay() {
        super("call only packages that their own one may call");
    }

    @Override
    public void check(JavaClass caller, ConditionEvents events) {
        String own = feature(caller);
        if (own.isEmpty()) {
            return;
        }
        Optional<List<String>> said = said(caller.getPackage());
        if (said.isEmpty()) {
            violate(
                    events,
                    caller,
                    "Package %s%s does not say which packages it may call: add @MayCall({…}) to its package-info.java"
                            .formatted(ROOT, own));
            return;
        }
        caller.getDirectDependenciesFromSelf().forEach(dependency -> {
            String called = feature(dependency.getTargetClass());
            if (!called.isEmpty() && !called.equals(own) && !said.get().contains(called)) {
                violate(
                        events,
                        caller,
                        "Package %s may not call %s: go another way or, where nothing calls back, add \"%s\" to @MayCall in its package-info.java. %s"
                                .formatted(caller.getPackageName(), called, called, dependency.getDescription()));
            }
        });
    }

    private static void violate(ConditionEvents events, JavaClass caller, String message) {
        events.add(SimpleConditionEvent.violated(caller, message));
    }

    private static Optional<List<String>> said(JavaPackage of) {
        return of.isAnnotatedWith(MayCall.class)
                ? Optional.of(List.of(of.getAnnotationOfType(MayCall.class).value()))
                : of.getParent().flatMap(CallOnlyWhatTheirPackageMay::said);
    }

    /** The package's first name below the root; empty for the root itself and for what is not ours. */
    private static String feature(JavaClass of) {
        String name = of.getPackageName() + ".";
        return name.startsWith(ROOT) ? name.substring(ROOT.length()).split("\\.", 2)[0] : "";
    }
}
