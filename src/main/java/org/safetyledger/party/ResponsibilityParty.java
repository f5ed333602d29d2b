package org.safetyledger.party;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Role;

@Enum("ResponsibilityParty")
@Description("One of the four parties that answer for safety (四方责任).")
public enum ResponsibilityParty {
    @Description("Leadership: the first-responsible of party and government (领导责任).")
    LEADERSHIP,
    @Description("Territorial: the government of the place (属地责任).")
    TERRITORIAL,
    @Description("Industry regulator: the department that regulates the trade (监管责任).")
    INDUSTRY_REGULATOR,
    @Description("The enterprise itself (主体责任).")
    ENTERPRISE_MAIN;

    /** Whether the reader is told the holders by name: those of an enterprise are private people, the others in office. */
    public boolean isNamedTo(Caller reader) {
        return reader.role() != Role.ENTERPRISE_WORKER && (this != ENTERPRISE_MAIN || reader.readsPersonalData());
    }
}
