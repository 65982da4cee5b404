package org.siprecservlet.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.enterprise.inject.spi.CDI;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.siprecservlet.body.Body;
import org.siprecservlet.call.CallId;
import org.siprecservlet.call.Headers;
import org.siprecservlet.recording.InDialogRequest;
import org.siprecservlet.recording.RecordingId;
import org.siprecservlet.recording.RecordingPlan;
import org.siprecservlet.recording.RecordingRefused;
import org.siprecservlet.recording.RecordingService;
import org.siprecservlet.recording.RecordingView;
import org.siprecservlet.recording.ServerSearch;
import org.siprecservlet.recording.SrsUri;
import org.siprecservlet.selection.ServerCatalog;

/** Has recordings controlled by Java, as an application does it. Runs in the server. */
@WebServlet("/control")
public class ControlServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int PATIENCE_SECONDS = 20;

    // Injection into servlets does not work on every container; asking CDI does.
    private transient RecordingService recordings;
    private transient ServerCatalog catalog;

    @Override
    public void init() {
        recordings = CDI.current().select(RecordingService.class).get();
        catalog = CDI.current().select(ServerCatalog.class).get();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(answer(request).getBytes(StandardCharsets.UTF_8));
    }

    private String answer(HttpServletRequest request) {
        try {
            return perform(request);
        } catch (RecordingRefused refused) {
            return refused.reason()
                    + refused.sipStatus().map(status -> " " + status).orElse("");
        }
    }

    private String perform(HttpServletRequest request) throws RecordingRefused {
        RecordingId id = new RecordingId(parameter(request, "id"));
        return switch (parameter(request, "do")) {
            case "start" -> text(start(request));
            case "pause" -> text(await(recordings.pause(id)));
            case "resume" -> text(await(recordings.resume(id)));
            case "stop" -> text(await(recordings.stop(id)));
            case "send" -> await(recordings.send(id, message(request))).toString();
            case "shut-down" -> {
                recordings.shutdown();
                yield "";
            }
            default -> calls();
        };
    }

    private RecordingView start(HttpServletRequest request) throws RecordingRefused {
        ServerSearch search = catalog.servers(List.of(new SrsUri(parameter(request, "server"))));
        return recordings.start(
                new CallId(parameter(request, "call")), new RecordingPlan(parameter(request, "instance"), search));
    }

    private static InDialogRequest message(HttpServletRequest request) {
        byte[] text = parameter(request, "text").getBytes(StandardCharsets.UTF_8);
        return new InDialogRequest(
                parameter(request, "method"),
                Headers.of(Map.of("X-Note", List.of(parameter(request, "note")))),
                new Body("text/plain", text));
    }

    private String calls() {
        List<String> lines = recordings.calls().stream()
                .map(call -> call.id() + " " + call.state() + " "
                        + call.incoming().headers().first("x-trunk").orElse("-") + " "
                        + call.incoming().remoteAddress() + " "
                        + call.incoming().requestUri())
                .toList();
        return String.join("\n", lines);
    }

    private static <T> T await(CompletionStage<T> stage) throws RecordingRefused {
        try {
            return stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordingRefused refused) {
                throw refused;
            }
            throw new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the stage did not end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(RecordingView view) {
        return view.id() + " " + view.state();
    }

    private static String parameter(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
