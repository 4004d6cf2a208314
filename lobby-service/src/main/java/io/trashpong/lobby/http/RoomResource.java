package io.trashpong.lobby.http;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.trashpong.contract.Refuses;
import io.trashpong.lobby.http.RoomMessages.Create;
import io.trashpong.lobby.http.RoomMessages.Edit;
import io.trashpong.lobby.http.RoomMessages.Page;
import io.trashpong.lobby.http.RoomMessages.SeatTicket;
import io.trashpong.lobby.room.RoomCode;
import io.trashpong.lobby.room.RoomPage;
import io.trashpong.lobby.room.RoomQueries;
import io.trashpong.lobby.room.RoomService;
import io.trashpong.lobby.seat.Seated;
import io.trashpong.lobby.token.Caller;
import io.trashpong.protocol.ErrorCode;
import io.trashpong.protocol.GameKind;
import io.trashpong.protocol.Player;
import io.trashpong.protocol.RoomId;
import io.trashpong.protocol.feed.RoomView;
import io.trashpong.protocol.feed.RoomView.Status;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /api/rooms}: the list, and single rooms. */
@Path("/api/rooms")
@Authenticated
@Timeout(Deadline.MILLIS)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RoomResource {
    private final RoomService rooms;
    private final RoomQueries queries;
    private final SeatDesk desk;
    private final SecurityIdentity identity;

    RoomResource(RoomService rooms, RoomQueries queries, SeatDesk desk, SecurityIdentity identity) {
        this.rooms = rooms;
        this.queries = queries;
        this.desk = desk;
        this.identity = identity;
    }

    @GET
    @Operation(
            operationId = "listRooms",
            summary = "Public rooms, the newest first; with a code the room of that code, or none")
    public Uni<Page> list(
            @Parameter(schema = @Schema(implementation = GameKind.class)) @RestQuery @Nullable String game,
            @Parameter(schema = @Schema(implementation = Status.class)) @RestQuery @Nullable String status,
            @Parameter(schema = @Schema(maxLength = 80), description = "a part of the name, in upper or lower case")
                    @RestQuery
                    @Nullable
                    String q,
            @RestQuery @Nullable String code,
            @Parameter(schema = @Schema(maxLength = 64), description = "the page before said so in next")
                    @RestQuery
                    @Nullable
                    String after,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "50"))
                    @RestQuery
                    @Nullable
                    String limit) {
        var player = Caller.of(identity);
        if (code != null) {
            return listByCode(code, player);
        }
        var filter = new RoomQueries.Filter(
                Checks.constant(GameKind.class, game), Checks.constant(Status.class, status), Checks.search(q));
        var begin = after == null
                ? null
                : RoomPage.Cursor.decode(after).orElseThrow(() -> new RefusedException(ErrorCode.BAD_REQUEST));
        return rooms.list(filter, begin, Checks.limit(limit)).map(page -> {
            var next = page.next();
            var views =
                    page.rooms().stream().map(room -> room.viewFor(player.id())).toList();
            return new Page(views, next == null ? null : next.encode());
        });
    }

    private Uni<Page> listByCode(String code, Player player) {
        if (!RoomCode.isCode(code)) {
            return Uni.createFrom().item(new Page(List.of(), null));
        }
        return queries.findByCode(new RoomCode(code))
                .map(found -> new Page(
                        found.stream().map(room -> room.viewFor(player.id())).toList(), null));
    }

    @POST
    @Operation(operationId = "createRoom", summary = "Makes a room; the caller sits on the left")
    @APIResponseSchema(value = SeatTicket.class, responseCode = "201", responseDescription = "made")
    @Refuses({ErrorCode.TITLE_INVALID, ErrorCode.TOO_MANY_ROOMS})
    public Uni<Response> create(@Nullable Create body) {
        var wish = Checks.required(body);
        var player = Caller.of(identity);
        var title = Checks.title(wish.title());
        return rooms.create(
                        player,
                        Checks.required(wish.game()),
                        title == null ? Checks.titleFrom(player.name()) : title,
                        Checks.required(wish.visibility()))
                .map(Checks::orRefuse)
                .flatMap(room -> desk.answer(new Seated(room, 0, true), player, Response.Status.CREATED));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getRoom", summary = "A room")
    @Refuses(ErrorCode.ROOM_GONE)
    public Uni<RoomView> get(@RestPath RoomId id, @RestQuery @Nullable String code) {
        var player = Caller.of(identity);
        return rooms.get(id, player.id(), code).map(Checks::orRefuse).map(room -> room.viewFor(player.id()));
    }

    @PATCH
    @Path("/{id}")
    @Operation(operationId = "editRoom", summary = "Renames a room of the caller, or changes who sees it")
    @Refuses({ErrorCode.TITLE_INVALID, ErrorCode.FORBIDDEN, ErrorCode.ROOM_GONE})
    public Uni<RoomView> edit(@RestPath RoomId id, @Nullable Edit body) {
        var wish = Checks.required(body);
        var player = Caller.of(identity);
        return rooms.edit(id, player.id(), Checks.title(wish.title()), wish.visibility())
                .map(Checks::orRefuse)
                .map(room -> room.viewFor(player.id()));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteRoom", summary = "Deletes a room of the caller")
    @APIResponse(responseCode = "204", description = "deleted")
    @Refuses({ErrorCode.FORBIDDEN, ErrorCode.ROOM_GONE, ErrorCode.ROOM_BUSY})
    public Uni<Void> delete(@RestPath RoomId id) {
        return rooms.delete(id, Caller.of(identity).id()).map(Checks::orRefuse).replaceWithVoid();
    }
}
