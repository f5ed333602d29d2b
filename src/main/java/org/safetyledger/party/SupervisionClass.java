package org.safetyledger.party;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("SupervisionClass")
@Description("How closely an enterprise is supervised (分类分级监管).")
public enum SupervisionClass {
    @Description("Class A: the least closely.")
    A,
    @Description("Class B.")
    B,
    @Description("Class C.")
    C,
    @Description("Class D: the most closely.")
    D
}
