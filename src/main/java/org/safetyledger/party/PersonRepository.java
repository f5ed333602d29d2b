package org.safetyledger.party;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.Conditions;
import org.safetyledger.graphql.KeysetLists;
import org.safetyledger.graphql.ListOrder;
import org.safetyledger.graphql.PageRequest;
import org.safetyledger.graphql.Slice;
import org.safetyledger.graphql.SortKey;
import org.safetyledger.graphql.Texts;
import org.safetyledger.jurisdiction.AreaFilter;

@ApplicationScoped
public class PersonRepository implements PanacheRepositoryBase<Person, UUID> {
    private static final ListOrder<Person> BY_NAME = ListOrder.ascending(
            "people.NAME", new SortKey<>("name", "text", Person::name), new SortKey<>("id", "uuid", Person::id));

    private final KeysetLists lists;

    PersonRepository(KeysetLists lists) {
        this.lists = lists;
    }

    public Slice<Person> page(
            @Nullable String jurisdiction, @Nullable Boolean certified, @Nullable String text, PageRequest page) {
        Conditions conditions = AreaFilter.subtree(new Conditions(), jurisdiction, "jurisdiction")
                .add("(t.certificate_number is not null) = :certified", "certified", certified)
                .search("name", "text", Texts.optionalSearch(text, "text"));
        return lists.page(Person.class, conditions, BY_NAME, page);
    }

    public List<Person> byIds(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }

    public Optional<Person> bySubject(String subject) {
        return find("subject", subject).firstResultOptional();
    }

    /** Codes of the departments in which these people have their posts. */
    public List<String> departmentsOf(Collection<Person> persons) {
        return getEntityManager()
                .createQuery(
                        "select distinct departmentCode from Post where id in ?1 and departmentCode is not null",
                        String.class)
                .setParameter(1, persons.stream().map(Person::postId).toList())
                .getResultList();
    }

    Post postOf(Person person) {
        return Objects.requireNonNull(getEntityManager().find(Post.class, person.postId()));
    }
}
