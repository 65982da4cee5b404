package org.siprecservlet.container;

import com.example.consent.ConsentRule;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The built WAR with settings of its own, so that tests that need different settings share one running server.
 *
 * <p>The settings go into the archive as a MicroProfile Config source, below the environment and the system properties of
 * the server; whoever runs the tests with {@code SIPREC_...} variables set overrides them.
 */
public final class Wars {

    /** Arquillian wants the archives of one test class to have different names. */
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Wars() {}

    /** The WAR as it was built, with the product's default settings. */
    public static WebArchive siprecServlet() {
        var built = new File(System.getProperty("it.war"));
        return ShrinkWrap.create(ZipImporter.class, "siprec-servlet-" + COUNT.incrementAndGet() + ".war")
                .importFrom(built)
                .as(WebArchive.class);
    }

    /**
     * The WAR with settings.
     *
     * @param settings keys of the product, such as {@code siprec.next-hop}, and their values
     */
    public static WebArchive siprecServlet(Map<String, String> settings) {
        return siprecServlet().addAsResource(properties(settings), "META-INF/microprofile-config.properties");
    }

    /**
     * The WAR with a file of groups and rules, and settings.
     *
     * @param rules the text of the file, YAML
     */
    public static WebArchive siprecServlet(String rules, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("siprec.config", file(rules).toString());
        return siprecServlet(all);
    }

    /**
     * The example application with settings: its own classes and descriptors, the product's classes as a library, and the
     * libraries that the product's WAR has on the server under test.
     */
    static WebArchive example(Map<String, String> settings) {
        WebArchive built = siprecServlet();
        built.getContent(Filters.include("/WEB-INF/classes/.*")).keySet().forEach(built::delete);
        return built.addAsLibrary(new File(System.getProperty("it.classes")))
                .addPackage(ConsentRule.class.getPackage())
                .addAsWebInfResource(exampleFile("sip.xml"), "sip.xml")
                .addAsWebInfResource(exampleFile("beans.xml"), "beans.xml")
                .addAsResource(properties(settings), "META-INF/microprofile-config.properties");
    }

    private static File exampleFile(String name) {
        return new File("arquillian-tests/example/src/main/webapp/WEB-INF", name);
    }

    private static Path file(String text) {
        try {
            Path file = Files.createTempFile(Path.of(System.getProperty("it.usr")), "rules", ".yaml");
            return Files.writeString(file, text).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StringAsset properties(Map<String, String> settings) {
        return new StringAsset(
                settings.entrySet().stream().map(Wars::line).collect(Collectors.joining("\n", "", "\n")));
    }

    /** One line of a properties file: a backslash in a value, as regular expressions have, must be doubled there. */
    private static String line(Entry<String, String> setting) {
        return setting.getKey() + "=" + setting.getValue().replace("\\", "\\\\");
    }
}
