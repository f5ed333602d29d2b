package org.safetyledger.site;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Kinds of sites. */
@Enum("SiteKind")
@Description("Kind of a site on which several enterprises work.")
public enum SiteKind {
    @Description("Industrial park or zone with many tenants (园区).")
    PARK,
    @Description("Let premises: a factory in a factory, a yard in a yard (出租厂房、厂中厂、院中院).")
    LEASED_PREMISES,
    @Description("One working area of several enterprises (同一作业区域).")
    SHARED_PREMISES,
    @Description("Building with mixed trades (多业态混合生产经营场所).")
    MIXED_USE_BUILDING,
    @Description("Building site with contractors (施工现场).")
    CONSTRUCTION_SITE,
    @Description("Another one (其他).")
    OTHER
}
