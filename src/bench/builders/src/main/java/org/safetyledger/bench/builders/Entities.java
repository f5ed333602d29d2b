package org.safetyledger.bench.builders;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;

/** The tables of the query, as far as it asks for them. */
final class Entities {
    private Entities() {}

    @Entity(name = "Hazard")
    @Table(name = "hazard")
    static class Hazard {
        @Id
        UUID id;

        String title;
        String status;
        String grade;

        @Column(name = "due_at")
        OffsetDateTime dueAt;

        boolean open;

        @Column(name = "county_code")
        String county;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "enterprise_id")
        Enterprise enterprise;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "division_code")
        Division division;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "inspection_id")
        Inspection inspection;

        @OneToMany(mappedBy = "hazard")
        Set<Task> tasks;
    }

    @Entity(name = "Enterprise")
    @Table(name = "enterprise")
    static class Enterprise {
        @Id
        UUID id;

        String name;

        @Column(name = "credit_code")
        String creditCode;
    }

    @Entity(name = "Division")
    @Table(name = "division")
    static class Division {
        @Id
        String code;

        String name;
    }

    @Entity(name = "Inspection")
    @Table(name = "inspection")
    static class Inspection {
        @Id
        UUID id;

        String kind;
        String status;

        @Column(name = "planned_on")
        LocalDate plannedOn;
    }

    @Entity(name = "Task")
    @Table(name = "rectification_task")
    static class Task {
        @Id
        UUID id;

        String status;

        @Column(name = "due_at")
        OffsetDateTime dueAt;

        String requirement;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "hazard_id")
        Hazard hazard;
    }
}
