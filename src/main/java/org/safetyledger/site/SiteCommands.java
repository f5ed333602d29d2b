package org.safetyledger.site;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.safetyledger.access.Permission;
import org.safetyledger.command.CommandSource;
import org.safetyledger.command.CommandType;
import org.safetyledger.command.Form;
import org.safetyledger.command.InputType;
import org.safetyledger.graphql.NodeType;

/** What may be done with sites. */
@ApplicationScoped
class SiteCommands implements CommandSource {
    private final Sites sites;

    SiteCommands(Sites sites) {
        this.sites = sites;
    }

    @Override
    public List<CommandType> commands() {
        return List.of(
                register(),
                verb(
                        SiteVerb.CORRECT,
                        "Says anew what a site is, and where: something of it differs.",
                        described(named("CorrectSiteInput", "Corrects a site.")),
                        form -> sites.correct(form.target(), place(form))),
                verb(
                        SiteVerb.ADD_UNIT,
                        "Adds an enterprise to a site, on which it is from a day on.",
                        arriving(named("AddSiteUnitInput", "Adds a unit.")),
                        form -> sites.addUnit(form.target(), arrival(form))),
                verb(
                        SiteVerb.END_UNIT,
                        "Ends that an enterprise is on a site. If it has the main responsibility, that ends the same day, and"
                                + " nobody has it until another unit is named.",
                        named("EndSiteUnitInput", "Ends a unit.")
                                .node("enterpriseId!", NodeType.ENTERPRISE, "Enterprise that is on the site.")
                                .day(
                                        "lastDay!",
                                        "Its last day, today or before, and none before it came or was the main unit."),
                        form -> sites.endUnit(form.target(), form.id("enterpriseId"), form.day("lastDay"))),
                verb(
                        SiteVerb.NAME_MAIN_UNIT,
                        "Names the unit that has the main responsibility (主要责任单位): it coordinates and manages safety on the whole"
                                + " site, checks regularly and urges rectification (Work Safety Law, article 49). Whoever had it before"
                                + " had it to the day before; hazards that were reported keep whom they name.",
                        named("NameMainUnitInput", "Names a main unit.")
                                .node("enterpriseId!", NodeType.ENTERPRISE, "Enterprise that is on the site.")
                                .day(
                                        "from!",
                                        "First day, today or before, on which it is on the site; after all days for which one was"
                                                + " named.")
                                .name(
                                        "document",
                                        "Number of the agreement or document that says so, up to {} characters."),
                        form -> sites.nameMainUnit(
                                form.target(), form.id("enterpriseId"), form.day("from"), form.textOrNull("document"))),
                verb(
                        SiteVerb.CLOSE,
                        "Closes a site on which nobody is any more. Nothing of it changes from now on.",
                        named("CloseSiteInput", "Closes a site."),
                        form -> sites.close(form.target())));
    }

    private CommandType register() {
        return new CommandType(
                "registerSite",
                "Site",
                Permission.KEEP_SITES,
                "Registers a site on which several enterprises work, with the first of them.",
                "What, where, and who.",
                arriving(described(InputType.of("RegisterSiteInput", "Registers a site.")
                        .newId(NodeType.SITE, "Id made by the client; absent to have one made.")
                        .code(
                                "jurisdiction!",
                                "Division code of the county, functional zone or town in which it lies."))),
                form -> sites.register(form.newId(), form.text("jurisdiction"), place(form), arrival(form)));
    }

    private static InputType described(InputType input) {
        return input.choice("kind!", SiteKind.class, "Kind.")
                .name("name!", "Name, up to {} characters.")
                .name("address!", "Address, up to {} characters.");
    }

    private static InputType arriving(InputType input) {
        return input.node("enterpriseId!", NodeType.ENTERPRISE, "Enterprise that lies in the site's county.")
                .choice("role!", SiteRole.class, "What it is on the site.")
                .day("from!", "First day on which it is on the site, today or before.")
                .name("agreementNumber", "Number of its safety agreement (安全生产管理协议), up to {} characters.");
    }

    private static Site.Place place(Form form) {
        return new Site.Place(form.choice("kind", SiteKind.class), form.text("name"), form.text("address"));
    }

    private static SiteUnit.Arrival arrival(Form form) {
        return new SiteUnit.Arrival(
                form.id("enterpriseId"),
                form.choice("role", SiteRole.class),
                form.day("from"),
                form.textOrNull("agreementNumber"));
    }

    private static InputType named(String name, String said) {
        return InputType.of(name, said).target(NodeType.SITE, "Site.");
    }

    private static CommandType verb(SiteVerb verb, String said, InputType input, Function<Form, Site> work) {
        return CommandType.of(verb, "Site", said, "Which, and what.", input, work);
    }
}
