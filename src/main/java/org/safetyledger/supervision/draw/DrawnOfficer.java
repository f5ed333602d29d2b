package org.safetyledger.supervision.draw;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

@RegisterForReflection
@Type("DrawnOfficer")
@Description("An officer who was drawn for a visit.")
public record DrawnOfficer(
        @Id @Description("Node id of the person.") String personId,

        @Description("Name, as it was when the draw was announced.")
        String name) {}
