package org.safetyledger.party;

import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Role;

@Enum("ResponsibilityParty")
@Description("One of the four parties that answer for safety (四方责任).")
public enum ResponsibilityParty {
    @Description("Leadership: the first-responsible of party and government (领导责任).")
    LEADERSHIP("PARTY_HEAD", "GOVERNMENT_HEAD", "DEPUTY_HEAD"),
    @Description("Territorial: the government of the place (属地责任).")
    TERRITORIAL("PARTY_HEAD", "GOVERNMENT_HEAD", "DEPUTY_HEAD", "SAFETY_OFFICER"),
    @Description("Industry regulator: the department that regulates the trade (监管责任).")
    INDUSTRY_REGULATOR("DEPARTMENT_HEAD", "SAFETY_OFFICER"),
    @Description(
            "The enterprise itself (主体责任): its principal, or the legal representative and the actual controller where"
                    + " they differ, who hold it together.")
    ENTERPRISE_MAIN("ENTERPRISE_PRINCIPAL", "LEGAL_REPRESENTATIVE", "ACTUAL_CONTROLLER", "SAFETY_MANAGER");

    private final Set<String> kindsOfPosts;

    ResponsibilityParty(String... kindsOfPosts) {
        this.kindsOfPosts = Set.of(kindsOfPosts);
    }

    /**
     * Whether a post may hold this responsibility: an enterprise's own for the enterprise itself, a department's for a
     * trade, a government's for the rest.
     *
     * @param enterprise to which the responsibility is limited; null for all
     */
    boolean fits(Post post, @Nullable UUID enterprise) {
        boolean own = post.enterpriseId() != null && post.enterpriseId().equals(enterprise);
        boolean ofSide =
                switch (this) {
                    case ENTERPRISE_MAIN -> own;
                    case INDUSTRY_REGULATOR -> post.departmentCode() != null;
                    case LEADERSHIP, TERRITORIAL -> post.enterpriseId() == null;
                };
        return ofSide && kindsOfPosts.contains(post.kind());
    }

    /** Whether the reader is told the holders by name: those of an enterprise are private people, the others in office. */
    public boolean isNamedTo(Caller reader) {
        return reader.role() != Role.ENTERPRISE_WORKER && (this != ENTERPRISE_MAIN || reader.readsPersonalData());
    }
}
