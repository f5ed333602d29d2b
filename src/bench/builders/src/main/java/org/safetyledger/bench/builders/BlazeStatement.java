package org.safetyledger.bench.builders;

import com.blazebit.persistence.Criteria;
import com.blazebit.persistence.CriteriaBuilder;
import com.blazebit.persistence.CriteriaBuilderFactory;
import com.blazebit.persistence.view.EntityViewManager;
import com.blazebit.persistence.view.EntityViewSetting;
import com.blazebit.persistence.view.EntityViews;
import com.blazebit.persistence.view.spi.EntityViewConfiguration;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.util.List;
import org.hibernate.cfg.Configuration;

/** Blaze-Persistence's entity views, of which each answer fetches what is selected, as its GraphQL integration does. */
final class BlazeStatement implements Contender {
    private static final List<String> SELECTED = List.of(
            "title",
            "status",
            "grade",
            "dueAt",
            "enterprise.name",
            "enterprise.creditCode",
            "division.code",
            "division.name",
            "inspection.kind",
            "inspection.status",
            "inspection.plannedOn",
            "tasks.status",
            "tasks.dueAt",
            "tasks.requirement");

    private final EntityManagerFactory entityManagers;
    private final CriteriaBuilderFactory criteria;
    private final EntityViewManager views;

    BlazeStatement(Database database) {
        Configuration hibernate = new Configuration();
        hibernate.setProperty("hibernate.connection.url", database.url());
        hibernate.setProperty("hibernate.connection.username", database.user());
        hibernate.setProperty("hibernate.connection.password", database.password());
        for (Class<?> entity : Entities.class.getDeclaredClasses()) {
            hibernate.addAnnotatedClass(entity);
        }
        entityManagers = hibernate.buildSessionFactory();
        criteria = Criteria.getDefault().createCriteriaBuilderFactory(entityManagers);
        EntityViewConfiguration configuration = EntityViews.createDefaultConfiguration();
        for (Class<?> view : Views.class.getDeclaredClasses()) {
            configuration.addEntityView(view);
        }
        views = configuration.createEntityViewManager(criteria);
    }

    @Override
    public byte[] answer(String county) throws IOException {
        try (EntityManager entityManager = entityManagers.createEntityManager();
                Answer answer = new Answer()) {
            entityManager.getTransaction().begin();
            for (Views.HazardView hazard : hazards(entityManager, county)) {
                write(hazard, answer);
            }
            entityManager.getTransaction().commit();
            return answer.written();
        }
    }

    private List<Views.HazardView> hazards(EntityManager entityManager, String county) {
        EntityViewSetting<Views.HazardView, CriteriaBuilder<Views.HazardView>> selection =
                EntityViewSetting.create(Views.HazardView.class);
        SELECTED.forEach(selection::fetch);
        CriteriaBuilder<Entities.Hazard> open = criteria.create(entityManager, Entities.Hazard.class, "h")
                .where("h.county")
                .eq(county)
                .where("h.open")
                .eq(true)
                .orderByAsc("h.dueAt")
                .orderByAsc("h.id");
        return views.applySetting(selection, open).setMaxResults(20).getResultList();
    }

    private static void write(Views.HazardView hazard, Answer answer) throws IOException {
        answer.hazard(hazard.getTitle(), hazard.getStatus(), hazard.getGrade(), Answer.text(hazard.getDueAt()));
        Views.EnterpriseView enterprise = hazard.getEnterprise();
        answer.object("enterprise", true, "name", enterprise.getName(), "creditCode", enterprise.getCreditCode());
        Views.DivisionView division = hazard.getDivision();
        answer.object("jurisdiction", true, "code", division.getCode(), "name", division.getName());
        Views.InspectionView visit = hazard.getInspection();
        if (visit == null) {
            answer.object("inspection", false);
        } else {
            String plannedOn = visit.getPlannedOn().toString();
            answer.object(
                    "inspection", true, "kind", visit.getKind(), "status", visit.getStatus(), "plannedOn", plannedOn);
        }
        answer.startTasks();
        for (Views.TaskView task : hazard.getTasks()) {
            answer.task(task.getStatus(), Answer.text(task.getDueAt()), task.getRequirement());
        }
        answer.endHazard();
    }

    @Override
    public void close() {
        entityManagers.close();
    }
}
