package org.safetyledger.party;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

@ApplicationScoped
public class PersonRepository implements PanacheRepositoryBase<Person, UUID> {
    public List<Person> byIds(Collection<UUID> ids) {
        return list("id in ?1", ids);
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
