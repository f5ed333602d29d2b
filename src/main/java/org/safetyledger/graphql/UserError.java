package org.safetyledger.graphql;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("UserError")
@Description("Why a command was refused, in a way that the caller can mend. Nothing was changed.")
public record UserError(
        @NonNull @Description("Stable code.") ErrorCode code,

        @NonNull @Description("Message in the language of the request's Accept-Language: zh-CN or en.")
        String message,

        @NonNull @Description("Path of the input field at fault below `input`; empty when it is the object's state.")
        List<@NonNull String> path) {}
