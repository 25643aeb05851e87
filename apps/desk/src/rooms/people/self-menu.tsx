/** Who I am, and the way out. On a laptop there is nobody else, so there is no menu. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { meQuery } from "../delegations.ts";
import { signOut } from "./api.ts";

/** "Zoë Example" as "ZE". */
const initials = (name: string) => {
  const words = name.split(/\s+/u).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toUpperCase();
};

export function SelfMenu() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const me = useQuery(meQuery).data;
  const out = useMutation({
    mutationFn: signOut,
    // A new page, so that nothing of this person stays in its memory.
    onSettled: () => location.assign("/"),
  });
  if (me?.mode !== "shared" || !me.person) return null;
  const { name, administrator } = me.person;
  return (
    <MenuTrigger>
      <Button className="self-button">
        <span className="self-mark" aria-hidden="true">
          {initials(name)}
        </span>
        <span className="self-name">{name}</span>
        <span className="visually-hidden">: account and sign out</span>
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          onAction={(key) => {
            if (key === "out") {
              client.cancelQueries();
              out.mutate();
            } else void navigate({ to: key === "account" ? "/account" : "/administration" });
          }}
        >
          <MenuItem id="account" className="menu-item">
            Your account
          </MenuItem>
          {administrator && (
            <MenuItem id="administration" className="menu-item">
              Administration
            </MenuItem>
          )}
          <MenuItem id="out" className="menu-item">
            Sign out
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
