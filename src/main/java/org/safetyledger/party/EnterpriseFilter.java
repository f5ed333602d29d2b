package org.safetyledger.party;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

@Input("EnterpriseFilter")
@Description("Which enterprises to list; all given conditions hold together.")
public record EnterpriseFilter(
        @Description("Division code whose subtree to list.") @Nullable
        String jurisdiction,

        @Description("Section (letter) or division (letter and two digits) of GB/T 4754-2017.") @Nullable
        String industry,

        @Description("Code of a key sector.") @Nullable String sector,
        @Description("Status.") @Nullable EnterpriseStatus status,

        @Description("Text in the name, at least one character.") @Nullable
        String text) {}
