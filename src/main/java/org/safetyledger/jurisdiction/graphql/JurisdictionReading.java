package org.safetyledger.jurisdiction.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How jurisdictions and their departments are read as parts of other objects. */
@ApplicationScoped
public class JurisdictionReading implements ReadSource {
    @Override
    public List<ReadType> types() {
        return List.of(jurisdiction(), department());
    }

    private static ReadType jurisdiction() {
        return ReadType.of("Jurisdiction", "division")
                .node(NodeType.JURISDICTION)
                .text("code", "code")
                .text("name", "name")
                .text("level", "level")
                .text("kind", "kind")
                .day("validFrom", "valid_from")
                .day("validTo", "valid_to")
                .reference("parent", "Jurisdiction", "parent_code", "code")
                .members("children", "Jurisdiction", "parent_code", "code", 100, "code")
                .members("departments", "Department", "division_code", "code", 100, "code");
    }

    private static ReadType department() {
        return ReadType.of("Department", "department")
                .node(NodeType.DEPARTMENT)
                .text("code", "code")
                .text("name", "name")
                .text("kind", "kind")
                .texts("industries", "industries")
                .texts("matters", "matters")
                .codeReference("jurisdiction", "Jurisdiction", "division_code", "code");
    }
}
