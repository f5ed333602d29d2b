package org.safetyledger.party.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safetyledger.graphql.NodeSource;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.party.Person;
import org.safetyledger.party.PersonRepository;

@ApplicationScoped
class PersonNodes implements NodeSource {
    private final PersonRepository repository;

    PersonNodes(PersonRepository repository) {
        this.repository = repository;
    }

    @Override
    public NodeType type() {
        return NodeType.PERSON;
    }

    @Override
    public Map<UUID, PersonView> nodes(Set<UUID> ids) {
        return repository.list("id in ?1", ids).stream().collect(Collectors.toMap(Person::id, PersonView::new));
    }
}
