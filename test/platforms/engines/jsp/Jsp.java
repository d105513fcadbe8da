import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.logging.LogManager;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.jasper.servlet.JasperInitializer;
import org.apache.jasper.servlet.JspServlet;

/**
 * Serves the page WEB-INF/useresponse.jsp of this folder with Tomcat. Each line of the input is one person: email, name and phone
 * in Base64, with "-" for null, or nothing. Writes each page in Base64, one a line.
 */
public class Jsp {
    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        System.setOut(System.err);
        LogManager.getLogManager().reset();
        Path folder = Path.of("").toAbsolutePath();
        List<String> people = new BufferedReader(new InputStreamReader(System.in)).lines().toList();
        // Each person's session, then the page that somebody would include.
        Files.writeString(folder.resolve("page.jsp"), """
            <%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" %><%!
            static String text(String base64) {
                return base64.equals("-") ? null : new String(java.util.Base64.getDecoder().decode(base64), java.nio.charset.StandardCharsets.UTF_8);
            } %><%
            String person = request.getHeader("Person");
            session.removeAttribute("email");
            if (!person.isEmpty()) {
                String[] parts = person.split(",", -1);
                session.setAttribute("email", text(parts[0]));
                session.setAttribute("name", text(parts[1]));
                session.setAttribute("phone", text(parts[2]));
            } %><jsp:include page="/WEB-INF/useresponse.jsp" />""");
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.resolve("tomcat").toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getConnector().setProperty("maxHttpHeaderSize", "1000000");
        Context context = tomcat.addContext("", folder.toString());
        context.setParentClassLoader(Jsp.class.getClassLoader());
        context.addServletContainerInitializer(new JasperInitializer(), null);
        Tomcat.addServlet(context, "jsp", new JspServlet());
        context.addServletMappingDecoded("*.jsp", "jsp");
        tomcat.start();
        URI page = URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/page.jsp");
        for (String person : people) {
            HttpRequest request = HttpRequest.newBuilder(page).header("Person", person).build();
            var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() != 200) throw new IllegalStateException(response.body());
            out.println(Base64.getEncoder().encodeToString(response.body().getBytes(StandardCharsets.UTF_8)));
        }
        tomcat.stop();
        tomcat.destroy();
    }
}
