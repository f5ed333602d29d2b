package org.safetyledger.jurisdiction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("HazardArea")
@Description("Where the hazards of a category are found.")
@RegisterForReflection
public enum HazardArea {
    @Description("In papers, training and organization (基础管理).")
    BASIC_MANAGEMENT,
    @Description("On the site (现场管理).")
    ON_SITE_MANAGEMENT
}
