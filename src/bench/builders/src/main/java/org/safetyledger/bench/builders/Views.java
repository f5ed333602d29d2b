package org.safetyledger.bench.builders;

import com.blazebit.persistence.view.EntityView;
import com.blazebit.persistence.view.FetchStrategy;
import com.blazebit.persistence.view.IdMapping;
import com.blazebit.persistence.view.Limit;
import com.blazebit.persistence.view.Mapping;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Entity views of what the query may select. */
public final class Views {
    private Views() {}

    @EntityView(Entities.Hazard.class)
    public interface HazardView {
        @IdMapping
        UUID getId();

        String getTitle();

        String getStatus();

        String getGrade();

        OffsetDateTime getDueAt();

        EnterpriseView getEnterprise();

        DivisionView getDivision();

        InspectionView getInspection();

        @Mapping(value = "tasks", fetch = FetchStrategy.MULTISET)
        @Limit(limit = "20", order = {"dueAt asc", "id asc"})
        List<TaskView> getTasks();
    }

    @EntityView(Entities.Enterprise.class)
    public interface EnterpriseView {
        @IdMapping
        UUID getId();

        String getName();

        String getCreditCode();
    }

    @EntityView(Entities.Division.class)
    public interface DivisionView {
        @IdMapping
        String getCode();

        String getName();
    }

    @EntityView(Entities.Inspection.class)
    public interface InspectionView {
        @IdMapping
        UUID getId();

        String getKind();

        String getStatus();

        LocalDate getPlannedOn();
    }

    @EntityView(Entities.Task.class)
    public interface TaskView {
        @IdMapping
        UUID getId();

        String getStatus();

        OffsetDateTime getDueAt();

        String getRequirement();
    }
}
