package org.safetyledger.inspection.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

@Type("InspectionOfficer")
@Description("Somebody who conducts an inspection, with name and certificate as they were when named.")
public record InspectionOfficerView(
        @NonNull @Description("Name.") String name,

        @Description("Number of the certificate for administrative inspections (执法证号).") @Nullable
        String certificateNumber) {}
