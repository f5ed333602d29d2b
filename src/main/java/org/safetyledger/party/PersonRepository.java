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

    /** Whether somebody of the enterprise, as far as the caller sees its people, is called so. */
    public boolean isOfEnterprise(String name, UUID enterpriseId) {
        return count("enterpriseId = ?1 and name = ?2", enterpriseId, name) > 0;
    }

    public String postTitle(Person person) {
        return postOf(person).title();
    }

    /** These people with their posts, by name; without those whom the caller does not see. */
    public List<PostHolder> holders(Collection<UUID> ids) {
        return getEntityManager()
                .createQuery(
                        "select p.id, p.name, p.subject, t.title, p.divisionCode, t.departmentCode, p.enterpriseId"
                                + " from Person p join Post t on t.id = p.postId where p.id in ?1 order by p.name, p.id",
                        PostHolder.class)
                .setParameter(1, ids)
                .getResultList();
    }

    Post postOf(Person person) {
        return Objects.requireNonNull(getEntityManager().find(Post.class, person.postId()));
    }
}
