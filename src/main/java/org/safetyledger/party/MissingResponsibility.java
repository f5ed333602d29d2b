package org.safetyledger.party;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.jspecify.annotations.Nullable;

/** What of the four responsibilities, and of that for a shared site, may be held by nobody. */
@RegisterForReflection
@Enum("MissingResponsibility")
@Description("What of the four responsibilities (四方责任), and of that for a site of several enterprises, nobody holds.")
public enum MissingResponsibility {
    @Description("The head of the Party (党委主要负责人).")
    PARTY_HEAD(ResponsibilityParty.LEADERSHIP),
    @Description("The head of the government (政府主要负责人).")
    GOVERNMENT_HEAD(ResponsibilityParty.LEADERSHIP),
    @Description("The deputy in charge of safety (分管负责人).")
    DEPUTY(ResponsibilityParty.LEADERSHIP),
    @Description("Somebody of the town, street or park (属地).")
    TERRITORIAL(ResponsibilityParty.TERRITORIAL),
    @Description("The county's regulator of the trade (行业监管).")
    REGULATOR(ResponsibilityParty.INDUSTRY_REGULATOR),
    @Description("Somebody of the enterprise (主体).")
    ENTERPRISE_MAIN(ResponsibilityParty.ENTERPRISE_MAIN),
    @Description("The unit that has the main responsibility on a site of several enterprises (主要责任单位).")
    SITE_MAIN_UNIT(null);

    private final @Nullable ResponsibilityParty party;

    MissingResponsibility(@Nullable ResponsibilityParty party) {
        this.party = party;
    }

    /** All that belongs to a party which nobody holds. */
    static Stream<MissingResponsibility> of(ResponsibilityParty party) {
        return Stream.of(values()).filter(missing -> missing.party == party);
    }

    /** Of the leadership, whose post is not among those that hold it. */
    static List<MissingResponsibility> ofLeadership(List<String> posts) {
        return of(ResponsibilityParty.LEADERSHIP)
                .filter(missing -> !posts.contains(missing == DEPUTY ? "DEPUTY_HEAD" : missing.name()))
                .toList();
    }
}
