package org.siprecservlet.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.siprecservlet.recording.BadPlanException;
import org.siprecservlet.recording.PartyNotice;
import org.siprecservlet.recording.PartyPolicy;
import org.siprecservlet.recording.PlanField;
import org.siprecservlet.recording.RecordingPlan;
import org.siprecservlet.rule.PlanTemplates;
import org.siprecservlet.rule.Rule;
import org.siprecservlet.rule.Template;

/** Reads the rules. */
final class RuleReader {

    private static final String NAME = "name";
    private static final String WHEN = "when";
    private static final String RECORD = "record";
    private static final String TO = "to";
    private static final String SERVERS = "servers";
    private static final String INSTANCE = "instance";
    private static final String INDICATION = "indication";
    private static final String RECORDPREF = "recordpref";
    private static final String NOTICE = "notice";

    private static final List<String> KEYS = Stream.concat(
                    Stream.of(NAME, WHEN, RECORD, TO, SERVERS, INSTANCE, INDICATION, RECORDPREF, NOTICE),
                    Stream.of(PlanField.values()).map(RuleReader::key))
            .toList();

    private final GroupReader groups;
    private final ServerSettings servers;
    private final NoticeReader notices;
    private final PartyNotice notice;

    /** @param notice what the parties hear where a rule does not say */
    RuleReader(GroupReader groups, ServerSettings servers, NoticeReader notices, PartyNotice notice) {
        this.groups = groups;
        this.servers = servers;
        this.notices = notices;
        this.notice = notice;
    }

    /** The key of a field in the file. */
    static String key(PlanField field) {
        return field.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    RuleSettings read(List<YamlObject> objects) {
        List<Rule> rules = new ArrayList<>();
        for (YamlObject object : objects) {
            rules.add(rule(object, "rules[" + rules.size() + "]"));
        }
        return new RuleSettings(groups.groups(), rules);
    }

    private Rule rule(YamlObject rule, String place) {
        rule.allowOnly(KEYS);
        boolean record = rule.read(RECORD, RuleReader::yesOrNo).orElse(true);
        if (!record) {
            Stream.concat(
                            Stream.of(TO, SERVERS, INDICATION, RECORDPREF, NOTICE),
                            Stream.of(PlanField.values()).map(RuleReader::key))
                    .filter(rule::has)
                    .forEach(key -> rule.complain(
                            key, "a rule that does not record has no use for it", "leave it out, or record: false"));
        }
        PartyPolicy parties = new PartyPolicy(
                rule.read(INDICATION, text -> either(text, "sdp", "silent")).orElse(false),
                rule.read(RECORDPREF, text -> either(text, "ignore", "obey")).orElse(false));
        return new Rule(
                rule.read(NAME, text -> text).orElse(place),
                ConditionReader.read(rule.object(WHEN)),
                rule.read(INSTANCE, RuleReader::instance).orElse(RecordingPlan.DEFAULT_INSTANCE),
                record,
                record ? group(rule, place) : null,
                new PlanTemplates(templates(rule)),
                parties,
                record ? notice(rule, parties) : null);
    }

    /** Who is not to know of the recording is not to hear of it either, whatever holds for other calls. */
    private PartyNotice notice(YamlObject rule, PartyPolicy parties) {
        if (!parties.silent()) {
            return notices.of(rule, NOTICE, notice);
        }
        if (rule.has(NOTICE)) {
            rule.complain(
                    NOTICE, "a rule can not be silent and let the parties hear something", "leave out one of them");
        }
        return PartyNotice.NONE;
    }

    /** Null for the standard servers; after a fault nobody asks. */
    private String group(YamlObject rule, String place) {
        if (rule.has(SERVERS)) {
            if (rule.has(TO)) {
                rule.complain(TO, "a rule can not have servers and a group of servers", "leave out to or servers");
            }
            return groups.addServersOf(rule, "servers of " + place).orElse(null);
        }
        if (!rule.has(TO) && servers.standard().isEmpty()) {
            rule.complain(TO, "there is no server to record at", "write to: GROUP or servers: [..], or set siprec.srs");
        }
        return rule.read(TO, this::knownGroup).orElse(null);
    }

    private String knownGroup(String text) throws BadValue {
        if (groups.names().contains(text)) {
            return text;
        }
        Optional<String> nearest =
                groups.names().stream().min(Comparator.comparingInt(name -> EditDistance.between(text, name)));
        throw new BadValue(
                "there is no such group",
                nearest.map(name -> "the nearest known one is " + name).orElse("there are no groups"));
    }

    private static Map<PlanField, Template> templates(YamlObject rule) {
        Map<PlanField, Template> templates = new EnumMap<>(PlanField.class);
        for (PlanField field : PlanField.values()) {
            template(rule, field).ifPresent(template -> templates.put(field, template));
        }
        return templates;
    }

    private static Optional<Template> template(YamlObject rule, PlanField field) {
        Syntax<String> text = written -> checked(field, written);
        if (field != PlanField.HEADERS) {
            return rule.read(key(field), text).map(Template::parse);
        }
        List<String> lines = rule.readAll(key(field), text);
        return lines.isEmpty() ? Optional.empty() : Optional.of(Template.parse(String.join("\r\n", lines)));
    }

    private static String checked(PlanField field, String text) throws BadValue {
        try {
            PlanTemplates.check(field, Template.parse(text));
            return text;
        } catch (BadPlanException e) {
            throw new BadValue(e.why(), "");
        } catch (IllegalArgumentException e) {
            throw new BadValue(e.getMessage(), "");
        }
    }

    private static String instance(String text) throws BadValue {
        try {
            return RecordingPlan.instance(text);
        } catch (BadPlanException e) {
            throw new BadValue(e.why(), "");
        }
    }

    /** Whether it is the second of two words. */
    private static boolean either(String text, String first, String second) throws BadValue {
        if (!text.equals(first) && !text.equals(second)) {
            throw new BadValue("there is no such choice", "write " + first + " or " + second);
        }
        return text.equals(second);
    }

    static boolean yesOrNo(String text) throws BadValue {
        return switch (text) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw new BadValue("this is neither true nor false", "write true or false");
        };
    }
}
