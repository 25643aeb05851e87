import { useParams } from "@tanstack/react-router";

/** The process of the address; "" outside of one. */
export function useProcessId(): string {
  return useParams({ strict: false }).process ?? "";
}
