package org.safetyledger.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, as a verified token says.
 *
 * @param subject the token's subject: the identity under which everything is recorded
 * @param name the person's or system's name for people to read
 * @param division 12-digit code of the caller's area; an enterprise's caller has the enterprise's division
 * @param department code of the caller's department; officers and leaders of a government may belong to one, too
 * @param powers the trades and matters of a department's officer; none for other roles
 * @param scopes what a system was granted beyond its role; empty for people
 * @param granted whether objects beyond the caller's place may be granted to it now: its transactions run as a tier of their own
 */
public record Caller(
        String subject,
        String name,
        Role role,
        String division,
        @Nullable String department,
        Powers powers,
        @Nullable UUID enterpriseId,
        Set<GrantedScope> scopes,
        boolean granted) {

    private static final String SERVICE = "系统";

    /** One of whom no grants are known. */
    public Caller(
            String subject,
            String name,
            Role role,
            String division,
            @Nullable String department,
            Powers powers,
            @Nullable UUID enterpriseId,
            Set<GrantedScope> scopes) {
        this(subject, name, role, division, department, powers, enterpriseId, scopes, false);
    }

    /** The service itself, which does somewhere by schedule what is nobody's to do. */
    public static Caller ofService(String subject, String division) {
        return new Caller(subject, SERVICE, Role.INTEGRATION, division, null, Powers.NONE, null, Set.of());
    }

    /** The same, running as the tier of those to whom objects are granted. */
    Caller withGrants() {
        return new Caller(subject, name, role, division, department, powers, enterpriseId, scopes, true);
    }

    /** Whether the caller acts for the government of a jurisdiction. */
    public boolean governs() {
        return role.ofGovernment();
    }

    private static final String UNNAMED = "匿名";

    /** The same caller with a name that tells nothing. */
    public Caller unnamed() {
        return new Caller(subject, UNNAMED, role, division, department, powers, enterpriseId, scopes);
    }

    public DivisionLevel level() {
        return DivisionLevel.of(division);
    }

    public boolean may(Permission permission) {
        return permission.roles().contains(role) && (permission.reachesTowns() || !ofTown());
    }

    private boolean ofTown() {
        return role == Role.COUNTY_OFFICER && level() == DivisionLevel.TOWN;
    }

    /** Code of the authority for which the caller acts: the department, else the division. */
    public String authority() {
        return department == null ? division : department;
    }

    public Side side() {
        if (role == Role.INTEGRATION) {
            return Side.SYSTEM;
        }
        return ofEnterprise() ? Side.ENTERPRISE : Side.AUTHORITY;
    }

    public boolean ofEnterprise() {
        return role.ofEnterprise();
    }

    /** Whether the caller is told by name who belongs to an enterprise: a system only with the scope for it. */
    public boolean readsPersonalData() {
        return switch (role) {
            case ENTERPRISE_WORKER -> false;
            case INTEGRATION -> scopes.contains(GrantedScope.PERSONAL_DATA);
            default -> true;
        };
    }

    /** Whether the caller may supervise what is of this industry and matter: others than departments do so in all. */
    public boolean supervises(@Nullable String industry, @Nullable String matter) {
        return role != Role.DEPARTMENT_OFFICER || powers.cover(industry, matter);
    }

    /** Whether the division with this code lies in the caller's area. */
    public boolean covers(String code) {
        return code.startsWith(DivisionLevel.prefix(division));
    }

    /** The codes of the caller's division and of all divisions above it, up to the province. */
    List<String> ancestors() {
        List<String> codes = new ArrayList<>();
        for (DivisionLevel level : DivisionLevel.values()) {
            String code = level.above(division);
            if (!codes.contains(code)) {
                codes.add(code);
            }
        }
        return codes;
    }

    /** The PostgreSQL role under which this caller's transactions run. */
    String tier() {
        return granted ? plainTier() + "_granted" : plainTier();
    }

    private String plainTier() {
        return switch (role) {
            case CITY_LEADER, CITY_OFFICER -> "ledger_city";
            case COUNTY_LEADER, COUNTY_OFFICER -> level() == DivisionLevel.TOWN ? "ledger_town" : "ledger_county";
            case DEPARTMENT_OFFICER -> ofLevel("department");
            case ENTERPRISE_MANAGER -> "ledger_enterprise";
            case ENTERPRISE_WORKER -> "ledger_worker";
            case INTEGRATION -> ofLevel("integration");
            case AUDITOR -> ofLevel("auditor");
        };
    }

    private String ofLevel(String kind) {
        return (level() == DivisionLevel.CITY ? "ledger_city_" : "ledger_county_") + kind;
    }
}
