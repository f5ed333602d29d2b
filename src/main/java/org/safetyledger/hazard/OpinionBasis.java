package org.safetyledger.hazard;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@RegisterForReflection
@Enum("OpinionBasis")
@Description("Whose opinion makes a hazard major where no clause decides (法释〔2022〕19号第四条).")
public enum OpinionBasis {
    @Description("Opinion of a department with safety duties of city level or above (地市级以上负有安全生产监督管理职责的部门).")
    MUNICIPAL_OPINION,
    @Description("Opinion of a forensic body (司法鉴定机构).")
    FORENSIC_OPINION
}
