package org.safetyledger.party.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.Node;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.party.Person;

@Type("Person")
@Description("A person who holds a post. Seen by authorities of the area; an enterprise sees its own people.")
public final class PersonView implements Node {
    private final Person person;

    public PersonView(Person person) {
        this.person = person;
    }

    @Override
    @Id
    @NonNull
    @Description("Node id.")
    public String getId() {
        return NodeId.text(NodeType.PERSON, person.id());
    }

    @NonNull
    @Description("Name.")
    public String getName() {
        return person.name();
    }

    @Description("Phone number with its middle digits hidden.")
    public @Nullable String getPhone() {
        return person.maskedPhone();
    }

    @Description("Number of the certificate for administrative inspections (执法证号); null without one.")
    public @Nullable String getCertificateNumber() {
        return person.certificateNumber();
    }
}
