package org.safetyledger.jurisdiction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("ClauseEffect")
@Description("What follows when the condition of a judgement clause holds.")
@RegisterForReflection
public enum ClauseEffect {
    @Description("The hazard is major: only such a clause can be cited as the ground of a grade.")
    MAJOR,
    @Description("The hazard must not be judged major.")
    NOT_MAJOR,
    @Description("Nothing by itself: the clause says how another one is judged.")
    METHOD
}
