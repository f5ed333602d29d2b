package org.safetyledger.party;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

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
    ENTERPRISE_MAIN
}
