package org.safetyledger.jurisdiction;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("Datum")
@Description("Geodetic datum of a coordinate.")
public enum Datum {
    @Description("WGS 84, as satellite receivers give it.")
    WGS84,
    @Description("GCJ-02, as Chinese map services give it.")
    GCJ02,
    @Description("CGCS2000, China's national datum.")
    CGCS2000
}
