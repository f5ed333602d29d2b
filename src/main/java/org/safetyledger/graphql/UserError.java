package org.safetyledger.graphql;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

@RegisterForReflection
@Type("UserError")
@Description("Why a command was refused, in a way that the caller can mend. Nothing was changed.")
public record UserError(
        @Description("Stable code.") ErrorCode code,

        @Description("Message in the language of the request's Accept-Language: zh-CN or en.")
        String message,

        @Description("Path of the input field at fault below `input`; empty when it is the object's state.")
        List<String> path,

        @Description(
                "What the message tells beyond its words, for programs: a limit, the present state, the states needed.")
        List<ErrorDetail> details) {}
