package org.safetyledger.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Interface;
import org.eclipse.microprofile.graphql.NonNull;

@Interface("Node")
@Description("An object with a globally unique id.")
public interface Node {
    @Id
    @NonNull
    @Description("TypeID: the type's prefix, an underscore and a UUID in 26 characters of Crockford's base 32.")
    String getId();
}
