package org.safetyledger.party.graphql;

import java.util.function.Function;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.safetyledger.graphql.Connection;
import org.safetyledger.graphql.Edge;
import org.safetyledger.graphql.Slice;
import org.safetyledger.party.Person;

@Type("PersonConnection")
@Description("A page of people.")
public final class PersonConnection extends Connection<PersonView, PersonConnection.PersonEdge> {
    public PersonConnection(Slice<Person> slice, Function<Person, PersonView> view) {
        super(slice, view, PersonEdge::new);
    }

    @Type("PersonEdge")
    @Description("One of people in a page.")
    public static final class PersonEdge extends Edge<PersonView> {
        PersonEdge(String cursor, PersonView node) {
            super(cursor, node);
        }
    }
}
