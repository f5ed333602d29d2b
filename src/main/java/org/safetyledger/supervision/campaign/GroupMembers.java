package org.safetyledger.supervision.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safetyledger.access.Callers;
import org.safetyledger.access.Grants;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.graphql.Texts;
import org.safetyledger.graphql.Times;
import org.safetyledger.jurisdiction.Department;
import org.safetyledger.jurisdiction.DepartmentRepository;
import org.safetyledger.party.PersonRepository;
import org.safetyledger.party.PostHolder;

/** Who may be in a group, and is: each membership with a grant of the group that lasts as long as the membership. */
@ApplicationScoped
class GroupMembers {
    private static final int MOST_OTHERS = 49;

    /** What a group has of memberships, ended ones included: its list has no pages. */
    private static final int MOST_EVER = 200;

    private final PersonRepository people;
    private final DepartmentRepository departments;
    private final Grants grants;
    private final EntityManager entityManager;
    private final Callers callers;
    private final Clock clock;

    GroupMembers(
            PersonRepository people,
            DepartmentRepository departments,
            Grants grants,
            EntityManager entityManager,
            Callers callers,
            Clock clock) {
        this.people = people;
        this.departments = departments;
        this.grants = grants;
        this.entityManager = entityManager;
        this.callers = callers;
        this.clock = clock;
    }

    /** Who is to be in it, leading or not. */
    record Joining(PostHolder person, boolean leads) {
        private boolean is(CampaignGroupMember member) {
            return person.id().equals(member.personId()) && leads == member.leads();
        }
    }

    /** Names of who joined and who left. */
    record Change(String joined, String left) {}

    /** Officers of the campaign's own area, each with an account, since a grant is given to it, and a department that exists. */
    List<Joining> require(CampaignGroup group, UUID leader, List<UUID> others) {
        Texts.requireAtMost(MOST_OTHERS, others, "memberIds");
        LocalDate day = group.neededFrom(Times.day(clock.instant()));
        List<UUID> following =
                others.stream().distinct().filter(id -> !id.equals(leader)).toList();
        return Stream.concat(
                        officers(List.of(leader), day, "leaderId").map(officer -> new Joining(officer, true)),
                        officers(following, day, "memberIds").map(officer -> new Joining(officer, false)))
                .toList();
    }

    private Stream<PostHolder> officers(List<UUID> ids, LocalDate day, String field) {
        List<PostHolder> officers = people.holders(ids);
        if (officers.size() != ids.size()) {
            throw Refusal.at(field, ErrorCode.REFERENCE_NOT_FOUND);
        }
        officers.forEach(officer -> requireOfficer(officer, day, field));
        return officers.stream();
    }

    private void requireOfficer(PostHolder officer, LocalDate day, String field) {
        if (officer.enterpriseId() != null || !callers.current().covers(officer.divisionCode())) {
            throw Refusal.at(field, ErrorCode.OUTSIDE_JURISDICTION);
        }
        if (officer.subject() == null) {
            throw Refusal.at(field, ErrorCode.MEMBER_WITHOUT_ACCOUNT, officer.name());
        }
        String code = officer.departmentCode();
        Department department = code == null ? null : departments.byCode(code).orElse(null);
        if (department == null) {
            return;
        }
        if (department.isSafetyCommitteeOffice()) {
            throw Refusal.at(field, ErrorCode.TARGET_NOT_ALLOWED);
        }
        department.requireThereOn(day, field);
    }

    void join(CampaignGroup group, List<Joining> joining) {
        Instant now = clock.instant();
        joining.forEach(one -> {
            CampaignGroupMember member = new CampaignGroupMember(group.id(), one.person(), one.leads(), now);
            entityManager.persist(member);
            grants.give(group.node(), member.grantee(), group.term(now), group.node());
        });
    }

    Change change(CampaignGroup group, List<Joining> wanted) {
        List<CampaignGroupMember> present = present(group);
        List<CampaignGroupMember> leaving = present.stream()
                .filter(member -> wanted.stream().noneMatch(one -> one.is(member)))
                .toList();
        List<Joining> joining = wanted.stream()
                .filter(one -> present.stream().noneMatch(one::is))
                .toList();
        if (leaving.isEmpty() && joining.isEmpty()) {
            throw Refusal.at("memberIds", ErrorCode.MEMBERS_UNCHANGED);
        }
        if (ever(group) + joining.size() > MOST_EVER) {
            throw Refusal.at("memberIds", ErrorCode.LIST_TOO_LONG, MOST_EVER);
        }
        Instant now = clock.instant();
        leaving.forEach(member -> {
            member.leave(now);
            grants.withdraw(group.node(), member.grantee());
        });
        entityManager.flush();
        join(group, joining);
        return new Change(
                told(joining), leaving.stream().map(CampaignGroupMember::name).collect(Collectors.joining(", ")));
    }

    void allLeave(CampaignGroup group) {
        Instant now = clock.instant();
        present(group).forEach(member -> member.leave(now));
    }

    static String told(List<Joining> joining) {
        return joining.stream().map(one -> one.person().name()).collect(Collectors.joining(", "));
    }

    private List<CampaignGroupMember> present(CampaignGroup group) {
        return entityManager
                .createQuery(
                        "from CampaignGroupMember where groupId = ?1 and leftAt is null order by id",
                        CampaignGroupMember.class)
                .setParameter(1, group.id())
                .getResultList();
    }

    private long ever(CampaignGroup group) {
        return entityManager
                .createQuery("select count(*) from CampaignGroupMember where groupId = ?1", Long.class)
                .setParameter(1, group.id())
                .getSingleResult();
    }
}
