import type { MessageView } from "@parley/protocol";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { changeMessage, putMessage } from "./queries.ts";

interface Withdrawn {
  message: MessageView;
  process: string;
  onDone: () => void;
}

export function Withdraw({ message, process, onDone }: Withdrawn) {
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () =>
      changeMessage(process, message.id, {
        ...{ command: crypto.randomUUID(), revision: message.revision },
        change: { type: "withdraw" },
      }),
    onSuccess: (answer) => {
      putMessage(client, process, answer);
      onDone();
    },
  });
  return (
    <div className="confirm" role="alert">
      <p>
        Its words and files are shown to nobody any more; that there was a message stays to be seen. Who read
        it has read it.
      </p>
      {withdraw.error && <p className="form-error">{withdraw.error.message}</p>}
      <p className="button-row">
        <button
          type="button"
          className="button small"
          disabled={withdraw.isPending}
          onClick={() => withdraw.mutate()}
        >
          Withdraw it
        </button>
        <button type="button" className="button quiet small" onClick={onDone}>
          Leave it
        </button>
      </p>
    </div>
  );
}
