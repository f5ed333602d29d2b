package org.safetyledger.jurisdiction.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How jurisdictions are read as parts of other objects. */
@ApplicationScoped
public class JurisdictionReading implements ReadSource {
    @Override
    public List<ReadType> types() {
        return List.of(ReadType.of("Jurisdiction", "division")
                .node(NodeType.JURISDICTION)
                .text("code", "code")
                .text("name", "name")
                .text("level", "level")
                .text("kind", "kind")
                .day("validFrom", "valid_from")
                .day("validTo", "valid_to")
                .reference("parent", "Jurisdiction", "parent_code", "code"));
    }
}
